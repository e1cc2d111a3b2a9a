def write_sheet(*a):
    raise NotImplementedError
